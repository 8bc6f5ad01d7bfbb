/** What makes a shell complete commands, options, values and files, from the table of commands. Pure. */
import {
  type CommandTable,
  type DescribedCommand,
  type DescribedOption,
  optionsOf,
  takesFiles
} from './command-table.js';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

const help: DescribedOption = {
  name: 'help',
  value: null,
  choices: [],
  takes: 'nothing',
  help: 'more about a command'
};

export function completionFor(shell: Shell, table: CommandTable): string {
  return { bash, zsh, fish }[shell](table);
}

/** Reads `compopt`, so it wants Bash 4 or later. */
function bash(table: CommandTable): string {
  const options = table.commands.flatMap((command) => allOptions(command, table));
  const valued = unique(options.filter(({ choices }) => choices.length > 0)).map(
    ({ name, choices }) =>
      `    --${name}) COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$word")); return ;;`
  );
  const byTaken = (takes: DescribedOption['takes']) =>
    unique(options.filter((each) => each.takes === takes && each.choices.length === 0))
      .map(({ name }) => `--${name}`)
      .join('|');
  const commands = table.commands.map(
    (command) =>
      `    ${command.name}) options='${dashed(allOptions(command, table)).join(' ')}'; files=${takesFiles(command) ? 1 : 0} ;;`
  );
  return `# Completion of standpoint for Bash.
_standpoint() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  local names='${names(table).join(' ')}'
  local command='' options='--library --help --version' files=1 at
  # Bash takes “--option=value” apart at its sign.
  if [[ $word == = ]]; then word=''; elif [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    if [[ " $names " == *" \${COMP_WORDS[at]} "* && \${COMP_WORDS[at-1]} != --library ]]; then
      command=\${COMP_WORDS[at]}
      break
    fi
  done
  COMPREPLY=()
  case $before in
${valued.join('\n')}
    ${byTaken('folder')}) compopt -o filenames; COMPREPLY=($(compgen -d -- "$word")); return ;;
    ${byTaken('file')}) compopt -o default; return ;;
    ${byTaken('other')}) return ;;
  esac
  case $command in
    help) COMPREPLY=($(compgen -W "$names" -- "$word")); return ;;
    completion) COMPREPLY=($(compgen -W '${shells.join(' ')}' -- "$word")); return ;;
${commands.filter((line) => !line.startsWith('    completion)')).join('\n')}
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  elif [[ -z $command ]]; then
    COMPREPLY=($(compgen -W "$names" -- "$word"))
    ((\${#COMPREPLY[@]})) || compopt -o default
  elif ((files)); then
    compopt -o default
  fi
}
complete -F _standpoint standpoint
`;
}

function zsh(table: CommandTable): string {
  const described = table.commands.map(
    ({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`
  );
  const cases = table.commands.map((command) => {
    const specs = allOptions(command, table).map(
      (option) => `        ${quoted(zshOption(option))}`
    );
    if (command.name === 'completion') specs.push(`        '1:shell:(${shells.join(' ')})'`);
    else specs.push(takesFiles(command) ? `        '*:file:_files'` : `        '*: :'`);
    return `      ${command.name}) _arguments \\\n${specs.join(' \\\n')} ;;`;
  });
  return `#compdef standpoint
# Completion of standpoint for Zsh.
_standpoint() {
  local state line
  local -a commands=(
${described.join('\n')}
    ${quoted('help:Tells every option of a command')}
  )
  _arguments -C \\
    '--library=[the library to use, if not your own]:folder:_directories' \\
    '--help[what the commands are]' \\
    '--version[which version it is]' \\
    '1: :->first' \\
    '*:: :->rest'
  case $state in
    first) _alternative 'commands:command:{_describe command commands}' 'files:file:_files' ;;
    rest)
      case $line[1] in
      help) _describe command commands ;;
${cases.join('\n')}
      *) _files ;;
      esac ;;
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _standpoint "$@"
else
  compdef _standpoint standpoint
fi
`;
}

function zshOption({ name, value, choices, takes, help: words }: DescribedOption): string {
  const told = words.replace(/[[\]\\:]/g, '\\$&');
  if (takes === 'nothing') return `--${name}[${told}]`;
  const message = (choices.length > 0 ? name : (value ?? '')).replace(/:/g, '');
  const action = choices.length > 0 ? `(${choices.join(' ')})` : zshActions[takes];
  return `--${name}=[${told}]:${message}:${action}`;
}

const zshActions = { file: '_files', folder: '_directories', other: ' ' } as const;

function fish(table: CommandTable): string {
  const none = `not __fish_seen_subcommand_from ${names(table).join(' ')}`;
  const firsts = table.commands.map(
    ({ name, summary }) => `complete -c standpoint -n "${none}" -a ${name} -d ${quoted(summary)}`
  );
  const rest = table.commands.flatMap((command) => {
    const seen = `complete -c standpoint -n "__fish_seen_subcommand_from ${command.name}"`;
    const lines = allOptions(command, table).map((option) => `${seen} ${fishOption(option)}`);
    return takesFiles(command) ? lines : [`${seen} -f`, ...lines];
  });
  return `# Completion of standpoint for fish.
${firsts.join('\n')}
complete -c standpoint -n "${none}" -a help -d 'Tells every option of a command'
complete -c standpoint -n "${none}" -l library -x -a '(__fish_complete_directories)' -d 'the library to use, if not your own'
complete -c standpoint -n "${none}" -l version -d 'which version it is'
complete -c standpoint -n "__fish_seen_subcommand_from help" -f -a '${names(table).join(' ')}'
complete -c standpoint -n "__fish_seen_subcommand_from completion" -a '${shells.join(' ')}'
${rest.join('\n')}
`;
}

function fishOption({ name, choices, takes, help: words }: DescribedOption): string {
  const told = `-l ${name} -d ${quoted(words)}`;
  if (choices.length > 0) return `${told} -x -a '${choices.join(' ')}'`;
  const actions = {
    nothing: '',
    other: ' -x',
    file: ' -r -F',
    folder: ` -x -a '(__fish_complete_directories)'`
  };
  return `${told}${actions[takes]}`;
}

function names({ commands }: CommandTable): readonly string[] {
  return [...commands.map(({ name }) => name), 'help'];
}

function allOptions(
  command: DescribedCommand,
  { optionHelp }: CommandTable
): readonly DescribedOption[] {
  return [...optionsOf(command, optionHelp), help];
}

function dashed(options: readonly DescribedOption[]): readonly string[] {
  return options.map(({ name }) => `--${name}`);
}

/** An option means the same in every command. */
function unique(options: readonly DescribedOption[]): readonly DescribedOption[] {
  return [...new Map(options.map((option) => [option.name, option])).values()];
}

/** One word for a shell, whatever stands in it. */
function quoted(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}
