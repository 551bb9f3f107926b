export interface Column {
  key: string
  title: string
  /** Figures stand at the end of their cell, under their heading. */
  end?: boolean
  width?: string
  /** Cells stay on one line; the table scrolls sideways instead. */
  line?: boolean
}
