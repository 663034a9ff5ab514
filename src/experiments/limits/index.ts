import type { PublishedLimit } from '../../constraints/published.ts'
import { a1_2011 } from './a1-2011.ts'
import { a1_2014 } from './a1-2014.ts'
import { apex_2011 } from './apex-2011.ts'
import { babar_4mu_2016 } from './babar-4mu-2016.ts'
import { babar_inv_2017 } from './babar-inv-2017.ts'
import { babar_vis_2014 } from './babar-vis-2014.ts'
import { belle2_mumu_inv_2019 } from './belle2-mumu-inv-2019.ts'
import { besiii_2017 } from './besiii-2017.ts'
import { charm_gninenko } from './charm-gninenko.ts'
import { charm_tsai } from './charm-tsai.ts'
import { cms_dimuon_2019 } from './cms-dimuon-2019.ts'
import { e137_andreas } from './e137-andreas.ts'
import { e137_bjorken } from './e137-bjorken.ts'
import { e141 } from './e141.ts'
import { e774 } from './e774.ts'
import { faser_2023 } from './faser-2023.ts'
import { foresee_bl_na64_ee } from './foresee-bl-na64-ee.ts'
import { foresee_bl_na64_inv } from './foresee-bl-na64-inv.ts'
import { foresee_bl_na64_inv_2022 } from './foresee-bl-na64-inv-2022.ts'
import { foresee_dp_faser_2023 } from './foresee-dp-faser-2023.ts'
import { foresee_dp_lsnd } from './foresee-dp-lsnd.ts'
import { foresee_dp_na62_ee } from './foresee-dp-na62-ee.ts'
import { foresee_dp_na62_mumu } from './foresee-dp-na62-mumu.ts'
import { hps_2018 } from './hps-2018.ts'
import { kek } from './kek.ts'
import { kloe_combined_2018 } from './kloe-combined-2018.ts'
import { kloe_eeg_2015 } from './kloe-eeg-2015.ts'
import { kloe_mumug_2014 } from './kloe-mumug-2014.ts'
import { kloe_mumug_2018 } from './kloe-mumug-2018.ts'
import { kloe_phi_2012 } from './kloe-phi-2012.ts'
import { kloe_pipig_2016 } from './kloe-pipig-2016.ts'
import { lep_monophoton } from './lep-monophoton.ts'
import { lhcb_displaced_2017 } from './lhcb-displaced-2017.ts'
import { lhcb_displaced_2019 } from './lhcb-displaced-2019.ts'
import { lhcb_prompt_2017 } from './lhcb-prompt-2017.ts'
import { lhcb_prompt_2019 } from './lhcb-prompt-2019.ts'
import { na48_2_2015 } from './na48-2-2015.ts'
import { na62_dump_mumu_2023 } from './na62-dump-mumu-2023.ts'
import { na62_pi0_inv_2019 } from './na62-pi0-inv-2019.ts'
import { na64_inv_2016 } from './na64-inv-2016.ts'
import { na64_inv_2017 } from './na64-inv-2017.ts'
import { na64_inv_2019 } from './na64-inv-2019.ts'
import { na64_vis_2018 } from './na64-vis-2018.ts'
import { na64_vis_2019 } from './na64-vis-2019.ts'
import { nomad } from './nomad.ts'
import { nucal_brem } from './nucal-brem.ts'
import { nucal_pi0 } from './nucal-pi0.ts'
import { nucal_tsai } from './nucal-tsai.ts'
import { orsay } from './orsay.ts'
import { ps191 } from './ps191.ts'

/** Published limits in the order they are painted: broad and old ones first. */
export const LIMITS: readonly PublishedLimit[] = [
  e137_bjorken,
  e137_andreas,
  orsay,
  kek,
  e141,
  e774,
  foresee_dp_lsnd,
  charm_gninenko,
  charm_tsai,
  nomad,
  ps191,
  nucal_pi0,
  nucal_brem,
  nucal_tsai,
  na62_dump_mumu_2023,
  foresee_dp_na62_mumu,
  foresee_dp_na62_ee,
  faser_2023,
  foresee_dp_faser_2023,
  lep_monophoton,
  babar_inv_2017,
  na62_pi0_inv_2019,
  na64_inv_2016,
  na64_inv_2017,
  na64_inv_2019,
  foresee_bl_na64_inv,
  foresee_bl_na64_inv_2022,
  belle2_mumu_inv_2019,
  babar_vis_2014,
  babar_4mu_2016,
  lhcb_prompt_2017,
  lhcb_prompt_2019,
  lhcb_displaced_2017,
  lhcb_displaced_2019,
  cms_dimuon_2019,
  besiii_2017,
  kloe_phi_2012,
  kloe_mumug_2014,
  kloe_eeg_2015,
  kloe_pipig_2016,
  kloe_mumug_2018,
  kloe_combined_2018,
  a1_2011,
  apex_2011,
  a1_2014,
  na48_2_2015,
  hps_2018,
  na64_vis_2018,
  na64_vis_2019,
  foresee_bl_na64_ee,
]
