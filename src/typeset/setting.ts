import { createContext, useContext } from 'react';
import type { Faces } from './faces.ts';
import type { Palette } from './scale.ts';

/** What every element may need to know: the brand's colours, the faces, and the width that text is broken to. */
export type Setting = { readonly palette: Palette; readonly faces: Faces; readonly measure: number };

/** Whose Provider says what holds inside it. */
export const SettingContext = createContext<Setting | undefined>(undefined);

/** While we evaluate elements: what holds where we are. While React does, undefined, and React knows. */
let here: { readonly setting: Setting | undefined } | undefined;

/** What holds where an element stands; the one hook that elements may use. */
export const useSetting = (): Setting => {
  // The one or the other holds for the whole of a tree, so hooks keep their order.
  const setting = here ? here.setting : useContext(SettingContext);
  if (!setting) throw new Error('an element stands outside its <Leaf>');
  return setting;
};

/** Evaluates something inside a setting. */
export const within = (setting: Setting | undefined, evaluate: () => void): void => {
  const before = here;
  here = { setting };
  try {
    evaluate();
  } finally {
    here = before;
  }
};
