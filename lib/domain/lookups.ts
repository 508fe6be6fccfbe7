import type { CommandType, MachineCommandType } from './contents';
import type { LookedUp } from './incident/record-context';

/** What a command needs to know beside its record; the server looks it up before it decides. */
export const lookups: Partial<Record<CommandType | MachineCommandType, readonly (keyof LookedUp)[]>> = {
  'incident.declare': ['people', 'situation', 'holders'],
  'incident.answer_severity_question': ['catalogue'],
  'incident.offer_command': ['people', 'catalogue', 'live'],
  'incident.assign_role': ['people'],
  'incident.add_services': ['live'],
  'incident.remove_services': ['live'],
  'incident.mitigate': ['live', 'holders'],
  'incident.resolve': ['catalogue', 'live', 'holders'],
  'incident.link': ['other'],
  'incident.merge': ['other'],
  'incident.tell_relation': ['other'],
  'incident.set_visibility': ['people'],
  'triage.tick': ['catalogue', 'live'],
  'triage.assign': ['people'],
  'triage.open_checklist': ['catalogue'],
  'triage.set_failure_class': ['catalogue', 'live'],
  'triage.call_backup': ['catalogue'],
  'evidence.waive': ['catalogue'],
  'evidence.record_no_answer': ['catalogue'],
  'comms.send_update': ['comms'],
  'comms.approve_update': ['comms'],
  'timeline.correct': ['entry'],
  'timeline.annotate': ['entry'],
  'timeline.pin': ['entry'],
  'timeline.unpin': ['entry'],
};
