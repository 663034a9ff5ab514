export { atomsPerTonne, type ElectronCounting, type ElectronShell, type ElectronTarget, electronTarget, freeElectrons } from './targets.ts'
