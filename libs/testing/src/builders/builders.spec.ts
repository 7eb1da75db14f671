import { describe, expect, it } from '@jest/globals';
import { transition } from '@tracedesk/tracing/core';
import { aRequest } from './a-request.js';
import { aResponse } from './a-response.js';
import { asRequestedState, asRequestingState, asThirdState } from './parties.js';

describe('responding to a built request', () => {
  const request = aRequest().acknowledgedOn('2026-03-02').build();

  it('asks for ground and reasons when the response is restricted', () => {
    expect(transition(request, aResponse().restricted().withoutReasons(), asRequestedState())).toBeDeniedWith('REASONS_REQUIRED');
    expect(transition(request, aResponse().restricted().withoutGround(), asRequestedState())).toBeDeniedWith(
      'GROUND_REQUIRED',
      'ground',
    );
  });

  it('asks for a finding when there is no record', () => {
    expect(transition(request, aResponse().noRecord().withoutFinding(), asRequestedState())).toBeDeniedWith('FINDING_REQUIRED');
  });

  it('is nothing that a third State, or the requesting one, can do', () => {
    expect(transition(request, aResponse(), asThirdState())).toBeDeniedWith('REQUEST_NOT_FOUND');
    expect(transition(request, aResponse(), asRequestingState())).toBeDeniedWith('ACTION_OF_OTHER_PARTY');
  });

  it.each([aResponse(), aResponse().partial(), aResponse().restricted(), aResponse().refused(), aResponse().noRecord()])(
    'is done when it is complete (%#)',
    (response) => expect(transition(request, response, asRequestedState())).toBeDone(),
  );
});

describe('a built request', () => {
  it('has come about by its own moves', () => {
    const request = aRequest()
      .urgent()
      .submittedOn('2026-03-01')
      .acknowledgedOn('2026-03-02')
      .respondedOn('2026-03-03')
      .closedOn('2026-03-04')
      .build();
    expect(request).toMatchObject({
      status: 'closed',
      priority: 'urgent',
      version: 5,
      submittedAt: new Date('2026-03-01T09:00:00Z'),
    });
  });

  it('is not built when it could not have come about', () => {
    expect(() => aRequest().asking({ find: undefined }).submittedOn('2026-03-01').build()).toThrow('STATE_OF_FIND_REQUIRED');
  });
});
