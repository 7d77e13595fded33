export {}

declare global {
  interface Window {
    /** When each key went down; there while a run watches the keys. */
    keyTimes?: number[]
  }
}
