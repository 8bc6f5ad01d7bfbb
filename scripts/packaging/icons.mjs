/** The icon as files of pixels; scripts/draw-icons.mjs draws them. */

/** Of a side, in pixels: those of the icon theme hicolor, and the largest for macOS. */
export const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** From the repository's root, named as electron-builder looks for them. @param {number} size */
export function iconFile(size) {
  return `resources/icons/${size}x${size}.png`;
}
