import { join, resolve } from 'node:path';
import { isWithinPackage } from '../project.ts';
import type { Project } from '../project.ts';

/**
 * `--out`, else `output` in the project. The package's own content is a project only where one works in its folder;
 * elsewhere (handbill installed, and run in a folder of the user's) the files go to `output` in the working folder.
 */
export function outputFolder(out: string | undefined, project: Project, cwd: string): string {
  if (out !== undefined) return resolve(cwd, out);
  return join(project.kind === 'package' && !isWithinPackage(cwd) ? resolve(cwd) : project.root, 'output');
}
