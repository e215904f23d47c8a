namespace LocalAws.Sqs.Fifo;

/// <summary>Remembers values for five minutes, which is SQS's deduplication interval.</summary>
internal sealed class DeduplicationInterval<TValue>
    where TValue : class
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, (TValue Value, DateTimeOffset Until)> _values = [];
    private readonly Queue<(string Key, DateTimeOffset Until)> _ending = [];

    /// <summary>The value of a key, if it was set less than five minutes ago.</summary>
    public TValue? Find(string key, DateTimeOffset now)
    {
        while (_ending.TryPeek(out var oldest) && oldest.Until <= now)
        {
            _ending.Dequeue();
            if (_values.TryGetValue(oldest.Key, out var value) && value.Until == oldest.Until)
            {
                _values.Remove(oldest.Key);
            }
        }

        return _values.GetValueOrDefault(key).Value;
    }

    public void Set(string key, TValue value, DateTimeOffset now)
    {
        _values[key] = (value, now + Length);
        _ending.Enqueue((key, now + Length));
    }

    /// <summary>What is remembered, the oldest first.</summary>
    public IEnumerable<(string Key, DateTimeOffset Until, TValue Value)> All =>
        _values.Select(one => (one.Key, one.Value.Until, one.Value.Value)).OrderBy(one => one.Until);

    /// <summary>Remembers again what was remembered.</summary>
    public void Restore(string key, DateTimeOffset until, TValue value)
    {
        _values[key] = (value, until);
        _ending.Enqueue((key, until));
    }

    public void Clear()
    {
        _values.Clear();
        _ending.Clear();
    }
}
