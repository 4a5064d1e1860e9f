// Addresses inside the file: #matrix is a screen, #matrix/identity a part of it. The file without any is
// its first screen: there the way back ends.

import { screens, type Screen } from "./model";

export interface Place {
  screen: Screen | null;
  part: string | null;
}

export const firstScreen: Screen = "answer";

export function placeOf(hash: string): Place {
  const [name = "", part = ""] = hash.replace(/^#/, "").split("/");
  const found = screens.find((screen) => screen === name) ?? null;
  return { screen: name === "" ? firstScreen : found, part: part === "" ? null : part };
}
