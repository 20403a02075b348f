import {
  ChevronDown,
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
  Layers,
  Link,
  List,
  Lock,
  MapPin,
  Maximize,
  Minus,
  Moon,
  MoveHorizontal,
  PanelLeftClose,
  PanelLeftOpen,
  Plus,
  Presentation,
  Redo2,
  Ruler,
  Search,
  SquareDashedMousePointer,
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
  'chevron-up': ChevronUp,
  alert: CircleAlert,
  help: CircleHelp,
  compass: Compass,
  copy: Copy,
  redo: Redo2,
  ruler: Ruler,
  undo: Undo2,
  database: Database,
  download: Download,
  filter: Funnel,
  info: Info,
  picture: ImageDown,
  layers: Layers,
  link: Link,
  list: List,
  lock: Lock,
  maximize: Maximize,
  pin: MapPin,
  minus: Minus,
  moon: Moon,
  'panel-close': PanelLeftClose,
  'panel-open': PanelLeftOpen,
  plus: Plus,
  presentation: Presentation,
  search: Search,
  scenario: SquareDashedMousePointer,
  sun: Sun,
  waves: Waves,
  close: X,
  locate: ZoomIn,
  widen: MoveHorizontal,
} as const;

/** A picture of the interface (lucide, ISC). */
export type IconName = keyof typeof ICONS;

/** A 20 px icon. It says nothing to a screen reader: its button has the words. */
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
