/** LittleCMS as WebAssembly, as far as we use it: the library brings no types. Handles are pointers into its memory. */
declare module 'lcms-wasm' {
  export type Lcms = {
    /** 0 for what is no profile. */
    cmsOpenProfileFromMem(bytes: Uint8Array, size: number): number;
    cmsCloseProfile(profile: number): void;
    cmsCreate_sRGBProfile(): number;
    /** 0 where the profile has no tables for it. */
    cmsCreateTransform(
      from: number,
      fromFormat: number,
      to: number,
      toFormat: number,
      intent: number,
      flags: number,
    ): number;
    cmsDoTransform(transform: number, pixels: readonly number[], count: number): Uint8Array | Uint16Array;
  };
  export function instantiate(): Promise<Lcms>;
  export const TYPE_RGB_8: number;
  export const TYPE_CMYK_16: number;
  export const INTENT_RELATIVE_COLORIMETRIC: number;
  export const cmsFLAGS_BLACKPOINTCOMPENSATION: number;
  export const cmsFLAGS_NOOPTIMIZE: number;
}
