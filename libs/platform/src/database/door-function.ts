/**
 * Statements that hand a new SECURITY DEFINER function to role desk_door, whose policies let it look up one row before a State is known.
 * For migrations. The rights come first: once it is the door's, its maker can no longer grant them.
 */
export function ownedByDoor(signature: string): readonly string[] {
  return [
    `revoke execute on function ${signature} from public`,
    `grant execute on function ${signature} to desk_app`,
    'grant create on schema desk to desk_door',
    `alter function ${signature} owner to desk_door`,
    'revoke create on schema desk from desk_door',
  ];
}
