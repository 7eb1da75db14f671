import { Flag } from '@tracedesk/platform';

/** That the answering State answers knowing that confidentiality is not guaranteed. */
export function WithoutGuarantee(): PropertyDecorator {
  return Flag({
    optional: true,
    description:
      '`true`: you answer knowing that the requesting State cannot guarantee confidentiality (ITI 15). Needed of a full or partial response where it has said so.',
  });
}
