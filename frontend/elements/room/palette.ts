/** The server's colours by their place in its list: eight that people with any colour vision tell apart (Okabe and Ito). */

export interface Ink {
  name: string;
  color: string;
  /** What surrounds the line, so that it is seen on any picture. */
  outline: string;
}

const DARK = "#141414";
const LIGHT = "#ffffff";

export const INKS: readonly [Ink, ...Ink[]] = [
  { name: "Vermilion", color: "#d55e00", outline: LIGHT },
  { name: "Sky blue", color: "#56b4e9", outline: DARK },
  { name: "Yellow", color: "#f0e442", outline: DARK },
  { name: "Bluish green", color: "#009e73", outline: LIGHT },
  { name: "Reddish purple", color: "#cc79a7", outline: DARK },
  { name: "Orange", color: "#e69f00", outline: DARK },
  { name: "Blue", color: "#0072b2", outline: LIGHT },
  { name: "White", color: "#ffffff", outline: DARK },
];

/** The ink with this number; the first one for a number that is not known here. */
export const inkOf = (color: number): Ink => INKS[color] ?? INKS[0];
