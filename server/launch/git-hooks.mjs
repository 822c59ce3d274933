// Makes a git checkout run the project's hooks, unless its owner has chosen others.
import { spawnSync } from 'node:child_process'
import { root } from './launch.mjs'

export function setGitHooks() {
  const chosen = spawnSync('git', ['config', '--local', '--get', 'core.hooksPath'], { cwd: root })
  // 1: not set. Anything else: set already, or no git here, and then there is nothing to do.
  if (chosen.status === 1)
    spawnSync('git', ['config', '--local', 'core.hooksPath', '.githooks'], { cwd: root })
}
