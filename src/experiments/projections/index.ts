import type { PublishedLimit } from '../../constraints/published.ts'
import { foresee_bl_proj_belle2 } from './foresee-bl-proj-belle2.ts'
import { foresee_bl_proj_belle2_inv } from './foresee-bl-proj-belle2-inv.ts'
import { foresee_bl_proj_faser } from './foresee-bl-proj-faser.ts'
import { foresee_bl_proj_na64mu } from './foresee-bl-proj-na64mu.ts'
import { foresee_bl_proj_ship } from './foresee-bl-proj-ship.ts'
import { foresee_dp_proj_belle2 } from './foresee-dp-proj-belle2.ts'
import { foresee_dp_proj_na62 } from './foresee-dp-proj-na62.ts'
import { foresee_dp_proj_seaquest } from './foresee-dp-proj-seaquest.ts'
import { foresee_dp_proj_ship } from './foresee-dp-proj-ship.ts'
import { proj_apex } from './proj-apex.ts'
import { proj_belle2_vis } from './proj-belle2-vis.ts'
import { proj_darklight } from './proj-darklight.ts'
import { proj_faser_run3 } from './proj-faser-run3.ts'
import { proj_faser2_hllhc } from './proj-faser2-hllhc.ts'
import { proj_hps_displaced } from './proj-hps-displaced.ts'
import { proj_hps_prompt } from './proj-hps-prompt.ts'
import { proj_lhcb_dstar_post } from './proj-lhcb-dstar-post.ts'
import { proj_lhcb_dstar_pre } from './proj-lhcb-dstar-pre.ts'
import { proj_lhcb_dstar_prompt } from './proj-lhcb-dstar-prompt.ts'
import { proj_lhcb_inclusive_prompt } from './proj-lhcb-inclusive-prompt.ts'
import { proj_mesa } from './proj-mesa.ts'
import { proj_mu3e } from './proj-mu3e.ts'
import { proj_na62_dump } from './proj-na62-dump.ts'
import { proj_seaquest_gardner_brem_ee } from './proj-seaquest-gardner-brem-ee.ts'
import { proj_seaquest_gardner_brem_mumu } from './proj-seaquest-gardner-brem-mumu.ts'
import { proj_seaquest_gardner_eta_ee } from './proj-seaquest-gardner-eta-ee.ts'
import { proj_seaquest_gardner_eta_mumu } from './proj-seaquest-gardner-eta-mumu.ts'
import { proj_seaquest_run1 } from './proj-seaquest-run1.ts'
import { proj_seaquest_run2 } from './proj-seaquest-run2.ts'
import { proj_seaquest_upgrade } from './proj-seaquest-upgrade.ts'
import { proj_ship_2015_brem } from './proj-ship-2015-brem.ts'
import { proj_ship_2015_dy } from './proj-ship-2015-dy.ts'
import { proj_ship_2015_mesons } from './proj-ship-2015-mesons.ts'
import { proj_ship_2020_brem_dipole } from './proj-ship-2020-brem-dipole.ts'
import { proj_ship_2020_brem_vmd } from './proj-ship-2020-brem-vmd.ts'
import { proj_ship_2020_dy } from './proj-ship-2020-dy.ts'
import { proj_ship_2020_eta } from './proj-ship-2020-eta.ts'
import { proj_ship_2020_etap } from './proj-ship-2020-etap.ts'
import { proj_ship_2020_omega } from './proj-ship-2020-omega.ts'
import { proj_ship_2020_pi0 } from './proj-ship-2020-pi0.ts'
import { proj_spinquest_ee } from './proj-spinquest-ee.ts'
import { proj_spinquest_mumu } from './proj-spinquest-mumu.ts'
import { proj_vepp3 } from './proj-vepp3.ts'
import { proj_yemilab_100kw } from './proj-yemilab-100kw.ts'

/** Published projections in the order they are painted: broad ones first. */
export const PROJECTIONS: readonly PublishedLimit[] = [
  proj_mu3e,
  proj_darklight,
  proj_vepp3,
  proj_mesa,
  proj_apex,
  proj_hps_prompt,
  proj_hps_displaced,
  proj_belle2_vis,
  foresee_dp_proj_belle2,
  foresee_bl_proj_belle2,
  foresee_bl_proj_belle2_inv,
  foresee_bl_proj_na64mu,
  proj_lhcb_inclusive_prompt,
  proj_lhcb_dstar_prompt,
  proj_lhcb_dstar_pre,
  proj_lhcb_dstar_post,
  proj_faser_run3,
  foresee_bl_proj_faser,
  proj_faser2_hllhc,
  proj_na62_dump,
  foresee_dp_proj_na62,
  proj_seaquest_gardner_brem_ee,
  proj_seaquest_gardner_brem_mumu,
  proj_seaquest_gardner_eta_ee,
  proj_seaquest_gardner_eta_mumu,
  foresee_dp_proj_seaquest,
  proj_seaquest_run1,
  proj_seaquest_run2,
  proj_seaquest_upgrade,
  proj_spinquest_ee,
  proj_spinquest_mumu,
  proj_ship_2015_mesons,
  proj_ship_2015_brem,
  proj_ship_2015_dy,
  proj_ship_2020_pi0,
  proj_ship_2020_eta,
  proj_ship_2020_etap,
  proj_ship_2020_omega,
  proj_ship_2020_dy,
  proj_ship_2020_brem_dipole,
  proj_ship_2020_brem_vmd,
  foresee_dp_proj_ship,
  foresee_bl_proj_ship,
  proj_yemilab_100kw,
]
