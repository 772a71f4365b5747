import { z } from './zod.ts';

type Schema = z.core.$ZodType;
type Path = readonly PropertyKey[];

/** The keys that a schema knows at a path. */
export const keysAt = (schema: Schema, path: Path): string[] =>
  schemasAt(schema, path).flatMap((found) => (found instanceof z.ZodObject ? Object.keys(found.shape) : []));

/** Whether a value may be left out at a path: its key, or as an element of a list. */
export function isOptionalAt(schema: Schema, path: Path): boolean {
  const key = path.at(-1);
  return schemasAt(schema, path.slice(0, -1)).some((parent) => {
    if (parent instanceof z.ZodArray) return true;
    const own: unknown = parent instanceof z.ZodObject ? parent.shape[String(key)] : undefined;
    return own instanceof z.ZodOptional || own instanceof z.ZodExactOptional || own instanceof z.ZodDefault;
  });
}

/** The schemas of the value at a path, without what is wrapped around them; several where there is a choice. */
function schemasAt(schema: Schema, path: Path): Schema[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  ) {
    return schemasAt(schema.def.innerType, path);
  }
  if (schema instanceof z.ZodPipe) return schemasAt(schema.def.in, path);
  if (schema instanceof z.ZodLazy) return schemasAt(schema.def.getter(), path);
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap((option) => schemasAt(option, path));
  if (schema instanceof z.ZodIntersection) {
    return [schema.def.left, schema.def.right].flatMap((side) => schemasAt(side, path));
  }
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  if (schema instanceof z.ZodObject) {
    const inner = schema.shape[String(step)];
    return inner ? schemasAt(inner, rest) : [];
  }
  if (schema instanceof z.ZodArray) return schemasAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return schemasAt(schema.valueType, rest);
  return [];
}
