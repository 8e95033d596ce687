import { callCentreMetrics } from './call-centre.ts';
import { energyMetrics } from './energy.ts';
import { hospitalMetrics } from './hospital.ts';
import { logisticsMetrics } from './logistics.ts';
import { manufacturingMetrics } from './manufacturing.ts';
import { schoolMetrics } from './school.ts';
import { softwareMetrics } from './software.ts';
import type { MetricTemplate, Trade } from './trade.ts';

/** What each trade measures first: enough to begin with, few enough to look at. */
export const metricTemplates: Readonly<Record<Trade, readonly MetricTemplate[]>> = {
  manufacturing: manufacturingMetrics,
  logistics: logisticsMetrics,
  energy: energyMetrics,
  hospital: hospitalMetrics,
  school: schoolMetrics,
  'call-centre': callCentreMetrics,
  software: softwareMetrics,
};
