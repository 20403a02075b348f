import {
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  CircleAlert,
  CircleHelp,
  Compass,
  Copy,
  Database,
  Download,
  Funnel,
  ImageDown,
  Info,
  Keyboard,
  Layers,
  LayoutGrid,
  Link,
  List,
  Lock,
  MapPin,
  Maximize,
  Minus,
  MonitorSpeaker,
  Moon,
  MoveHorizontal,
  PanelLeftClose,
  PanelLeftOpen,
  Pause,
  Play,
  Plus,
  Presentation,
  Redo2,
  Ruler,
  Search,
  Square,
  SquareDashedMousePointer,
  SquareSplitHorizontal,
  Sun,
  Undo2,
  Waves,
  X,
  ZoomIn,
} from 'lucide';
import type { JSX } from 'preact';
import { h } from 'preact';

const ICONS = {
  'chevron-down': ChevronDown,
  'chevron-left': ChevronLeft,
  'chevron-right': ChevronRight,
  'chevron-up': ChevronUp,
  alert: CircleAlert,
  help: CircleHelp,
  compass: Compass,
  'split-view': SquareSplitHorizontal,
  copy: Copy,
  redo: Redo2,
  ruler: Ruler,
  undo: Undo2,
  database: Database,
  download: Download,
  filter: Funnel,
  info: Info,
  keyboard: Keyboard,
  picture: ImageDown,
  layers: Layers,
  grid: LayoutGrid,
  link: Link,
  list: List,
  lock: Lock,
  maximize: Maximize,
  pin: MapPin,
  minus: Minus,
  speaker: MonitorSpeaker,
  moon: Moon,
  'panel-close': PanelLeftClose,
  'panel-open': PanelLeftOpen,
  pause: Pause,
  play: Play,
  plus: Plus,
  presentation: Presentation,
  search: Search,
  blank: Square,
  scenario: SquareDashedMousePointer,
  sun: Sun,
  waves: Waves,
  close: X,
  locate: ZoomIn,
  widen: MoveHorizontal,
} as const;

/** Name of an icon of the interface (lucide, ISC). */
export type IconName = keyof typeof ICONS;

/** A 20 px icon, hidden from screen readers: its button has the label. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      {ICONS[name].map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
