/** The address people type, which the links of messages begin with. */
export class PublicOrigin {
  constructor(readonly url: string) {}
}
