// Stands where acceptance would, when the entries leave a party no reading.

import { noAnswerText } from "../case/words";

export function NoAnswer() {
  return (
    <>
      {noAnswerText} <a href="#answer">The first screen names them.</a>
    </>
  );
}
