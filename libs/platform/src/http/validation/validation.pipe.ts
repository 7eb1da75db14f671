import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { DenialException } from '../denial.exception.js';
import { validateInput } from './validate-input.adapter.js';

const NOT_DTOS = new Set<unknown>([Object, String, Number, Boolean, Array, undefined]);

/** Holds every body, query and parameter object against its DTO before a controller sees it. */
@Injectable()
export class DeskValidationPipe implements PipeTransform {
  transform(input: unknown, { type, metatype }: ArgumentMetadata): unknown {
    // A page's own reading begins with a field; a DTO names its faults where nothing was sent.
    if (type === 'body' && input === undefined && NOT_DTOS.has(metatype)) throw new DenialException({ code: 'BODY_MISSING' });
    if (type === 'custom' || NOT_DTOS.has(metatype)) return input;
    // A query and path parameters are texts, as a form is.
    const texts = type === 'query' || type === 'param';
    const checked = validateInput(
      metatype as new () => object,
      texts ? { ...(input as object) } : (input ?? {}),
      texts ? { fromAddress: true } : {},
    );
    if (!checked.ok) throw new DenialException({ code: 'VALIDATION_FAILED' }, checked.faults);
    return checked.value;
  }
}
