import { registerDecorator, type ValidationArguments } from 'class-validator';

/** Marks a rule about the object as a whole: its fault stands at the object's own path. */
export const WHOLE_OBJECT = '(';

/** On a DTO class: exactly one of the named fields is there. For what is either stated or "unknown because …". */
export function ExactlyOneOf(...names: readonly string[]): ClassDecorator {
  const help = `Exactly one of ${names.join(', ')}.`;
  return (dto) => {
    registerDecorator({
      name: 'EXACTLY_ONE_OF',
      target: dto,
      // A name of its own: on one of the fields the rule would be skipped with it, being optional.
      propertyName: `${WHOLE_OBJECT}${names.join('|')})`,
      options: { context: { allowed: [...names] } },
      validator: {
        validate: (_: unknown, where?: ValidationArguments) =>
          names.filter((name) => (where?.object as Record<string, unknown>)[name] !== undefined).length === 1,
        defaultMessage: () => help,
      },
    });
  };
}
