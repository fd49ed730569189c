import { spawnSync } from 'node:child_process';

/** Advice for a person without PyTorch. */
export const TORCH_HINT =
  'Training needs Python 3.9 or newer with PyTorch and NumPy. On Debian: apt-get install python3-torch; elsewhere: pip install torch numpy. BATSIGN_PYTHON names the Python to use.';

/**
 * The first Python that can import PyTorch and NumPy, or null.
 * @param {Readonly<Record<string, string | undefined>>} [env]
 * @returns {string | null}
 */
export function torchPythonFind(env = process.env) {
  const asked = env.BATSIGN_PYTHON;
  const candidates = asked ? [asked] : ['python3', '/usr/bin/python3', 'python'];
  const probe = 'import sys, numpy, torch; sys.exit(sys.version_info < (3, 9))';
  return (
    candidates.find((python) => spawnSync(python, ['-c', probe], { stdio: 'ignore' }).status === 0) ?? null
  );
}

/**
 * glibc gives large blocks back to the system after every use and so makes the kernel clear them anew for
 * every step; keeping them is a few per cent faster. Threads that spin while they wait for one another cost a
 * shared machine three quarters of its speed.
 */
export const PYTHON_ENV = {
  MALLOC_MMAP_THRESHOLD_: '2000000000',
  MALLOC_TRIM_THRESHOLD_: '8000000000',
  PYTHONUNBUFFERED: '1',
  OMP_WAIT_POLICY: 'PASSIVE',
};
