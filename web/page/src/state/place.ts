// Addresses inside the file: #matrix is a screen, #matrix/identity a part of it.

import { screens, type Screen } from "./model";

export interface Place {
  screen: Screen | null;
  part: string | null;
}

export function placeOf(hash: string): Place {
  const [name = "", part = ""] = hash.replace(/^#/, "").split("/");
  return { screen: screens.find((screen) => screen === name) ?? null, part: part === "" ? null : part };
}
