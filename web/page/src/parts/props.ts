import type { Names } from "../case/names";
import type { Model } from "../state/model";
import type { Action } from "../state/update";

export type Dispatch = (action: Action) => void;

/// What every screen is given: all it shows follows from these.
export interface ScreenProps {
  model: Model;
  names: Names;
  dispatch: Dispatch;
}
