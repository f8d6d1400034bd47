/** How a page is looked at. */
export interface View {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly dark: boolean;
  /** False: as a reader has it who lets no script run. */
  readonly script: boolean;
  /** Printed to a PDF instead of shown. */
  readonly paper: boolean;
}

const DESKTOP = { width: 1280, height: 900, dark: false, script: true, paper: false } as const;

export const VIEWS: readonly View[] = [
  { ...DESKTOP, name: 'desktop' },
  { ...DESKTOP, name: 'dark', dark: true },
  { ...DESKTOP, name: 'phone', width: 360, height: 740 },
  { ...DESKTOP, name: 'no-script', script: false },
  { ...DESKTOP, name: 'print', paper: true },
];
