namespace Workers.Effects.Beats;

/// <summary>What one handler has done since the start, and how long it took lately.</summary>
internal sealed class HandlerTally
{
    private const int Digits = 2;   // of messages that shared a group

    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _outcomes = [];
    private readonly LatencyWindow _handling = new();
    private readonly LatencyWindow _publishedToHandled = new();
    private long _duplicates;
    private double _requests;
    private double _writeUnits;

    public void Ended(string outcome, double seconds)
    {
        lock (_lock)
        {
            _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
            _handling.Record(seconds);
        }
    }

    public void Handled(double secondsSincePublished)
    {
        lock (_lock)
        {
            _publishedToHandled.Record(secondsSincePublished);
        }
    }

    public void Duplicate(long count) => Interlocked.Add(ref _duplicates, count);

    public void Asked(double requests)
    {
        lock (_lock)
        {
            _requests += requests;
        }
    }

    public void Wrote(double units)
    {
        lock (_lock)
        {
            _writeUnits += units;
        }
    }

    public HandlerFigures Read(string handler)
    {
        lock (_lock)
        {
            return new(
                handler,
                Count("done"),
                Count("failed"),
                Count("waiting"),
                Count("rejected"),
                Interlocked.Read(ref _duplicates),
                _handling.Read(),
                _publishedToHandled.Read())
            {
                Requests = Math.Round(_requests, Digits),
                WriteUnits = Math.Round(_writeUnits, Digits),
            };
        }
    }

    /// <summary>A beat is over.</summary>
    public void Turn()
    {
        lock (_lock)
        {
            _handling.Turn();
            _publishedToHandled.Turn();
        }
    }

    private long Count(string outcome) => _outcomes.GetValueOrDefault(outcome);
}
