/** Every icon of the program, by what it stands for here. Drawn by Lucide (ISC). */
import ArrowUpDown from '@lucide/svelte/icons/arrow-up-down';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import Check from '@lucide/svelte/icons/check';
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import CircleAlert from '@lucide/svelte/icons/circle-alert';
import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import ChevronUp from '@lucide/svelte/icons/chevron-up';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import FileDown from '@lucide/svelte/icons/file-down';
import FileInput from '@lucide/svelte/icons/file-input';
import SquarePen from '@lucide/svelte/icons/square-pen';
import GripVertical from '@lucide/svelte/icons/grip-vertical';
import FolderPlus from '@lucide/svelte/icons/folder-plus';
import Funnel from '@lucide/svelte/icons/funnel';
import LoaderCircle from '@lucide/svelte/icons/loader-circle';
import Minus from '@lucide/svelte/icons/minus';
import MessageSquareText from '@lucide/svelte/icons/message-square-text';
import PanelLeft from '@lucide/svelte/icons/panel-left';
import PanelRight from '@lucide/svelte/icons/panel-right';
import Pencil from '@lucide/svelte/icons/pencil';
import Plus from '@lucide/svelte/icons/plus';
import Printer from '@lucide/svelte/icons/printer';
import Scale from '@lucide/svelte/icons/scale';
import Search from '@lucide/svelte/icons/search';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import Sun from '@lucide/svelte/icons/sun';
import Settings from '@lucide/svelte/icons/settings';
import Tag from '@lucide/svelte/icons/tag';
import Trash from '@lucide/svelte/icons/trash-2';
import X from '@lucide/svelte/icons/x';

export type IconName =
  | 'add'
  | 'alert'
  | 'busy'
  | 'calendar'
  | 'card'
  | 'close'
  | 'collection'
  | 'delete'
  | 'done'
  | 'edit'
  | 'export'
  | 'filter'
  | 'fold'
  | 'grip'
  | 'import'
  | 'library'
  | 'light'
  | 'more'
  | 'move'
  | 'new'
  | 'note'
  | 'open'
  | 'paste'
  | 'position'
  | 'print'
  | 'registers'
  | 'search'
  | 'settings'
  | 'smaller'
  | 'tag'
  | 'unfold'
  | 'up';

export const icons: Readonly<Record<IconName, typeof Plus>> = {
  add: Plus,
  alert: CircleAlert,
  busy: LoaderCircle,
  calendar: CalendarDays,
  card: StickyNote,
  close: X,
  collection: FolderPlus,
  delete: Trash,
  done: Check,
  edit: Pencil,
  export: FileDown,
  filter: Funnel,
  fold: ChevronDown,
  grip: GripVertical,
  import: FileInput,
  library: PanelLeft,
  light: Sun,
  more: Ellipsis,
  move: ArrowUpDown,
  new: SquarePen,
  note: MessageSquareText,
  open: ChevronDown,
  paste: ClipboardPaste,
  position: Scale,
  print: Printer,
  registers: PanelRight,
  search: Search,
  settings: Settings,
  smaller: Minus,
  tag: Tag,
  unfold: ChevronRight,
  up: ChevronUp
};
