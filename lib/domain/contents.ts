import { approveUpdate } from './comms/approve-update';
import { giveUpDelivery, recordDelivery, retryDelivery } from './comms/deliveries';
import type { CommsEvent } from './comms/events';
import { recordLink, revokeLink } from './comms/follow-links';
import { markPosted, unmarkPosted } from './comms/mark-posted';
import { recordReminder, recordReminderFailure } from './comms/remind';
import { sendUpdate } from './comms/send-update';
import { snoozePromise } from './comms/snooze-promise';
import { withdrawUpdate } from './comms/withdraw-update';
import { acceptEvidence, recordNoAnswer } from './evidence/accept-evidence';
import { recordDownload, recordExport, recordView, unmask } from './evidence/custody';
import type { EvidenceEvent } from './evidence/events';
import { recordCapture, recordScan } from './evidence/record-capture';
import { waive } from './evidence/waive';
import { answerSeverityQuestion } from './incident/answer-severity-question';
import { assignRole, leaveRole } from './incident/assign-role';
import { changeServices } from './incident/change-services';
import { close, goBack, identify, mitigate } from './incident/change-status';
import type { IncidentEvent } from './incident/events';
import { acceptCommand, declineCommand } from './incident/hand-over';
import { link, merge, unlink } from './incident/link-incidents';
import { lowerSeverity } from './incident/lower-severity';
import { raiseSeverity } from './incident/raise-severity';
import { setMilestone } from './incident/set-milestone';
import { setVisibility } from './incident/set-visibility';
import { takeCommand } from './incident/take-command';
import { tellRelation } from './incident/tell-relation';
import type { Recorded } from './kernel/event';
import type { ReviewEvent } from './review/events';
import { resolveIncident } from './review/resolve-incident';
import { finishPostmortem, savePostmortem } from './review/save-postmortem';
import { addNote } from './timeline/add-note';
import type { TimelineEvent, Withheld } from './timeline/events';
import { offerCommandWithSummary } from './timeline/offer-command-with-summary';
import {
  recordServiceChange,
  recordSightLost,
  recordSightRegained,
  recordWatchGap,
} from './timeline/record-service-change';
import { annotate, correct } from './timeline/reword';
import { setPin } from './timeline/set-pin';
import { answerQuestion } from './triage/answer-question';
import { assign, setDue } from './triage/assign-step';
import { callBackup } from './triage/call-backup';
import type { TriageEvent } from './triage/events';
import { addItem, openChecklist } from './triage/open-checklist';
import { openRecord } from './triage/open-record';
import { setFailureClass } from './triage/set-failure-class';
import { skip, takeUpAgain } from './triage/skip-step';
import { tick } from './triage/tick';
import { untick } from './triage/untick';

/** The command that opens a record. */
export const openingCommand = { 'incident.declare': openRecord };

/** The commands on a record that exists, each by its decide. Their shapes: inputs.ts. Who may send which: access/who-may.ts. */
export const recordCommands = {
  'incident.raise_severity': raiseSeverity,
  'incident.lower_severity': lowerSeverity,
  'incident.answer_severity_question': answerSeverityQuestion,
  'incident.take_command': takeCommand,
  'incident.offer_command': offerCommandWithSummary,
  'incident.accept_command': acceptCommand,
  'incident.decline_command': declineCommand,
  'incident.assign_role': assignRole,
  'incident.leave_role': leaveRole,
  'incident.add_services': changeServices('add'),
  'incident.remove_services': changeServices('remove'),
  'incident.identify': identify,
  'incident.mitigate': mitigate,
  'incident.resolve': resolveIncident,
  'incident.close': close,
  'incident.go_back': goBack,
  'incident.set_milestone': setMilestone,
  'incident.link': link,
  'incident.unlink': unlink,
  'incident.merge': merge,
  'incident.set_visibility': setVisibility,
  'triage.tick': tick,
  'triage.untick': untick,
  'triage.skip': skip,
  'triage.take_up_again': takeUpAgain,
  'triage.answer_question': answerQuestion,
  'triage.assign': assign,
  'triage.set_due': setDue,
  'triage.open_checklist': openChecklist,
  'triage.add_item': addItem,
  'triage.set_failure_class': setFailureClass,
  'triage.call_backup': callBackup,
  'evidence.waive': waive,
  'evidence.accept': acceptEvidence,
  'evidence.record_no_answer': recordNoAnswer,
  'evidence.unmask': unmask,
  'comms.send_update': sendUpdate,
  'comms.approve_update': approveUpdate,
  'comms.withdraw_update': withdrawUpdate,
  'comms.snooze_promise': snoozePromise,
  'comms.retry_delivery': retryDelivery,
  'comms.give_up_delivery': giveUpDelivery,
  'comms.mark_posted': markPosted,
  'comms.unmark_posted': unmarkPosted,
  'comms.revoke_link': revokeLink,
  'timeline.add_note': addNote,
  'timeline.correct': correct,
  'timeline.annotate': annotate,
  'timeline.pin': setPin('pin'),
  'timeline.unpin': setPin('unpin'),
  'review.save_postmortem': savePostmortem,
  'review.finish_postmortem': finishPostmortem,
};

/**
 * What the console itself records, on its own account or for somebody whose file it took in or handed out. People have no
 * way to send these: they have no shape in inputs.ts.
 */
export const machineCommands = {
  'incident.tell_relation': tellRelation,
  'timeline.record_service_change': recordServiceChange,
  'timeline.record_sight_lost': recordSightLost,
  'timeline.record_sight_regained': recordSightRegained,
  'timeline.record_watch_gap': recordWatchGap,
  'evidence.record_capture': recordCapture,
  'evidence.record_scan': recordScan,
  'evidence.record_view': recordView,
  'evidence.record_download': recordDownload,
  'evidence.record_export': recordExport,
  'comms.record_delivery': recordDelivery,
  'comms.record_link': recordLink,
  'comms.record_reminder': recordReminder,
  'comms.record_reminder_failure': recordReminderFailure,
};

export type OpeningCommandType = keyof typeof openingCommand;
export type RecordCommandType = keyof typeof recordCommands;
export type MachineCommandType = keyof typeof machineCommands;
export type CommandType = OpeningCommandType | RecordCommandType;

/** Every fact that a record can hold. */
export type DomainEvent = IncidentEvent | TriageEvent | EvidenceEvent | CommsEvent | TimelineEvent | ReviewEvent;
/** A fact of a record, as somebody may read it. */
export type RecordedEvent = Recorded<DomainEvent | Withheld>;
