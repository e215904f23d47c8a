using Workers.Effects.Rehearsals;

namespace Workers.Operations.Rehearsals;

/// <summary>Counts what one handler would make of one kind of event.</summary>
internal sealed class PastTally
{
    private readonly Lock _lock = new();
    private long _events;
    private long _taken;
    private long _refused;
    private long _regressions;
    private long _otherwise;
    private long _notAsked;
    private long _emittedThen;
    private long _emitsNow;
    private long _decided;
    private long _writes;
    private string? _example;

    /// <summary>Counts one event.</summary>
    /// <param name="eventId">Its id.</param>
    /// <param name="rehearsed">What the handler would do.</param>
    /// <param name="wasTaken">Whether it, or its predecessor, has handled the event.</param>
    public void Add(string eventId, RehearsedHandler rehearsed, bool wasTaken)
    {
        lock (_lock)
        {
            _events++;
            _taken += wasTaken ? 1 : 0;
            switch (rehearsed.Outcome)
            {
                case RehearsalOutcome.NotRehearsed:
                    _notAsked++;
                    break;
                case RehearsalOutcome.Rejects or RehearsalOutcome.Fails:
                    Refuse($"{eventId}: {rehearsed.Problem}", wasTaken);
                    break;
                default:
                    Decide(rehearsed);
                    break;
            }
        }
    }

    public PastRow Read(string queue, string handler, string name)
    {
        lock (_lock)
        {
            return new(
                queue,
                handler,
                name,
                _events,
                _taken,
                _refused,
                _regressions,
                _otherwise,
                _notAsked,
                _emittedThen,
                _emitsNow,
                _decided == 0 ? 0 : Math.Round((double)_writes / _decided, 1),
                _example);
        }
    }

    private void Refuse(string example, bool wasTaken)
    {
        _refused++;
        _example = wasTaken && _regressions == 0 ? example : _example ?? example;   // one that was taken says more
        _regressions += wasTaken ? 1 : 0;
    }

    private void Decide(RehearsedHandler rehearsed)
    {
        _decided++;
        _writes += 1 + rehearsed.Writes.Count;
        if (rehearsed.EmittedBefore is { } before)
        {
            _emittedThen += before.Count;
            _emitsNow += rehearsed.Emits.Count;
            _otherwise += rehearsed.Emits.ExceptBy(before.Select(outgoing => outgoing.EventId), outgoing => outgoing.EventId).Any() ? 1 : 0;
        }
    }
}
