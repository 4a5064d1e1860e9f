// Keys of the page: digits go to screens in their order, 0 to the tenth; undo and redo in the builder.

import { screens, type Model } from "./model";
import type { Action } from "./update";

export interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  target: unknown;
}

/// Where somebody writes, keys are letters. Sliders and radio buttons use none of ours.
function isWriting(target: unknown): boolean {
  const element = target as { tagName?: string; type?: string } | null;
  const tag = element?.tagName ?? "";
  return (
    tag === "TEXTAREA" ||
    tag === "SELECT" ||
    (tag === "INPUT" && !["radio", "checkbox", "range"].includes(element?.type ?? ""))
  );
}

export function actionOfKey(key: Key, model: Model): Action | null {
  if (isWriting(key.target) || key.altKey) {
    return null;
  }
  if (key.ctrlKey || key.metaKey) {
    const letter = key.key.toLowerCase();
    const isBuilder = model.screen === "package-builder";
    if (isBuilder && letter === "z") {
      return { kind: key.shiftKey ? "redo" : "undo" };
    }
    return isBuilder && letter === "y" ? { kind: "redo" } : null;
  }
  if (model.views.keysOn && /^[0-9]$/.test(key.key)) {
    const screen = screens[(Number(key.key) + 9) % 10];
    return screen ? { kind: "go", screen } : null;
  }
  return key.key === "Escape" && model.views.menuOpen ? { kind: "view", views: { menuOpen: false } } : null;
}
