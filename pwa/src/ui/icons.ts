/** Outline icons on a 24 × 24 field, drawn with a 2-unit stroke. */
export const ICONS = {
  alert: 'M12 4 2.8 20h18.4L12 4Zm0 6v4m0 3v.5',
  arrowUp: 'M12 20V5m-6 6 6-6 6 6',
  bell: 'M6 10a6 6 0 0 1 12 0c0 6 2 7 2 7H4s2-1 2-7Zm4 10a2 2 0 0 0 4 0',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4V8Zm8 2a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z',
  check: 'm5 13 4.5 4.5L19 7',
  chevronDown: 'm5 9 7 7 7-7',
  chevronLeft: 'm15 5-7 7 7 7',
  chevronRight: 'm9 5 7 7-7 7',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Zm0 4v5l3.5 2',
  cross: 'm6 6 12 12M18 6 6 18',
  device: 'M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Zm3 15h2',
  download: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
  gallery: 'M4 5h16v14H4V5Zm0 11 5-5 4 4 3-3 4 4M9 9v.5',
  globe: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Zm-9 9h18M12 3c5 5 5 13 0 18-5-5-5-13 0-18Z',
  leave: 'M10 4H5v16h5m4-4 4-4-4-4m4 4H9',
  list: 'M9 6h11M9 12h11M9 18h11M4 6h.5M4 12h.5M4 18h.5',
  minus: 'M5 12h14',
  offline:
    'M3 3l18 18M5 12a10 10 0 0 1 4-2.500M2.500 8.500A15 15 0 0 1 7 6m5-1c3.600 0 7 1.300 9.500 3.500M15.500 10.300c1.300.4 2.500 1 3.500 1.700M9 16a5 5 0 0 1 6 0m-3 4v.1',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4 20c1-4 4-6 8-6s7 2 8 6',
  plus: 'M12 5v14M5 12h14',
  refresh: 'M20 11a8 8 0 1 0-2.300 6.500M20 5v6h-6',
  scan: 'M4 8V4h4m8 0h4v4m0 8v4h-4m-8 0H4v-4M8 8v8m4-8v8m4-8v8',
  search: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm5 12 4.500 4.500',
  store: 'M4 9 6 4h12l2 5M4 9v11h16V9M4 9c0 3 5 3 5 0 0 3 6 3 6 0 0 3 5 3 5 0M10 20v-5h4v5',
  sun: 'M12 7a5 5 0 1 1 0 10 5 5 0 0 1 0-10Zm0-5v2m0 16v2M2 12h2m16 0h2M5 5l1.500 1.500m11 11L19 19m0-14-1.500 1.500m-11 11L5 19',
  tasks: 'M5 4h14v16H5V4Zm3.500 8 2.500 2.500 4.500-5',
  trash: 'M5 7h14M10 7V4h4v3m-8 0 1 13h10l1-13',
  unknown: 'M5 19 19 5M5 12l7-7m0 14 7-7',
} as const

export type IconName = keyof typeof ICONS
