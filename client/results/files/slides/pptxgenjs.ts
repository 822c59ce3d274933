// pptxgenjs with types that fit: it declares a CommonJS module and ships an ES module, one `default` less deep.
import declared from 'pptxgenjs'

type Module = typeof declared
/** The class that makes a file. */
export const PptxGenJS = declared as unknown as Module['default']

export type PptxFile = InstanceType<Module['default']>
export type Slide = declared.default.Slide
export type TableCell = declared.default.TableCell
export type ChartOptions = declared.default.IChartOpts
export type ChartSeries = declared.default.OptsChartData
