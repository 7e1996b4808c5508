/** What a public copy is made of: the columns of the views of `disclosed`, and names of places. Amounts are fen as text. */
import type {
  FundsMeasure,
  FundsPayer,
  FundsProgramme,
  FundsSource,
  ProjectsBenefitLink,
  ProjectsNoticeStage,
  ProjectsState,
  ProjectsTask,
} from '../../schema.gen.ts';

interface At {
  id: string;
  county: string;
  place: string;
  placeName: string;
  year: number;
  madeUp: boolean;
}
export interface MoneyLine {
  payer: FundsPayer;
  source: FundsSource;
  year: number;
  amount: string;
}
export interface ContractLine {
  number: string;
  contractor: string;
  registered: boolean;
  signedOn: string;
  amount: string;
  paid: string;
}
export interface ProjectFacts extends At {
  number: string;
  name: string;
  task: ProjectsTask;
  content: string;
  implementer: string;
  villages: string[];
  households: number;
  people: number;
  benefitLink: ProjectsBenefitLink | null;
  target: string | null;
  result: string | null;
  plannedFrom: string | null;
  plannedTo: string | null;
  progress: number;
  state: ProjectsState;
  startedOn: string | null;
  completedOn: string | null;
  acceptedOn: string | null;
  updatedOn: string;
  money: MoneyLine[];
  contracts: ContractLine[];
}
export interface NoticeFacts extends At {
  stage: ProjectsNoticeStage;
  postedOn: string;
  endsOn: string;
  placePosted: string;
  project: Pick<ProjectFacts, 'number' | 'name' | 'content' | 'implementer' | 'villages' | 'money'>;
}
export interface DocumentFacts extends At {
  number: string;
  title: string;
  payer: FundsPayer;
  payerName: string;
  programme: FundsProgramme;
  measure: FundsMeasure;
  issuedOn: string;
  lines: { placeName: string; measure: FundsMeasure; amount: string }[];
}
export interface PlanFacts extends At {
  programme: FundsProgramme;
  version: number;
  kind: 'plan' | 'adjustment';
  title: string;
  approvedOn: string;
  reference: string | null;
  lines: {
    placeName: string;
    document: string;
    source: FundsSource;
    task: string | null;
    project: string | null;
    amount: string;
  }[];
}
export interface UseFacts extends At {
  sources: { source: FundsSource; received: string; committed: string; spent: string }[];
  projects: { number: string; name: string; budget: string; contracted: string; paid: string }[];
}
export type Facts =
  | { kind: 'project'; of: ProjectFacts }
  | { kind: 'notice'; of: NoticeFacts }
  | { kind: 'document'; of: DocumentFacts }
  | { kind: 'plan'; of: PlanFacts }
  | { kind: 'use_of_money'; of: UseFacts };
