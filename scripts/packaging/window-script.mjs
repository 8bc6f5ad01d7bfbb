/** How a window is looked at: by a shell, on a display of its own. Needs xvfb-run and xdotool. */

/**
 * Opens a window, waits until its title has `words`, takes a picture by scrot, and ends what was opened.
 * @param {string} command
 * @param {string} words without quotes
 * @param {string | null} picture `null` for none
 * @returns {string} a line for `sh`, which fails when no such window came
 */
export function windowScript(command, words, picture) {
  const take = picture === null ? '' : ` && sleep 3 && scrot --overwrite ${picture}`;
  // A session of its own, so that what xdg-open starts ends with it.
  const look = `setsid ${command} & timeout 120 xdotool search --sync --onlyvisible --name ${words} >/dev/null${take}; found=$?; kill -s TERM -- -$!; wait; exit $found`;
  return `xvfb-run -a -s "-screen 0 1440x900x24" sh -c '${look}'`;
}
