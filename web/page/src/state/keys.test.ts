import { expect, it } from "vitest";
import { smallModel } from "../testing/cases";
import { actionOfKey } from "./keys";
import { update } from "./update";

const press = (key: string, model = smallModel()) =>
  actionOfKey({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, target: null }, model);

it("digits can be switched off, and other keys stay", () => {
  const off = update(smallModel(), { kind: "view", views: { keysOn: false, menuOpen: true } });
  expect(press("3")).toEqual({ kind: "go", screen: "movements" });
  expect(press("3", off)).toBeNull();
  expect(press("Escape", off)).toEqual({ kind: "view", views: { menuOpen: false } });
});
