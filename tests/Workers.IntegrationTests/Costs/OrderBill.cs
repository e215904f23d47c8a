namespace Workers.IntegrationTests.Costs;

/// <summary>What a message, or a whole order, asked of AWS: the receive that brought a message and the delete that ended it too.</summary>
internal readonly record struct Cost(
    double Messages, double SqsRequests, double PutEvents, double DynamoRequests, double ReadUnits, double WriteUnits)
{
    public static Cost operator +(Cost one, Cost other) => Of(one, other, (a, b) => a + b);

    /// <summary>The larger of each figure.</summary>
    public static Cost Max(Cost one, Cost other) => Of(one, other, Math.Max);

    private static Cost Of(Cost one, Cost other, Func<double, double, double> figure) => new(
        figure(one.Messages, other.Messages),
        figure(one.SqsRequests, other.SqsRequests),
        figure(one.PutEvents, other.PutEvents),
        figure(one.DynamoRequests, other.DynamoRequests),
        figure(one.ReadUnits, other.ReadUnits),
        figure(one.WriteUnits, other.WriteUnits));
}

/// <summary>What each message of an order cost. Only one is at work at a time, so each request is somebody's.</summary>
internal sealed class OrderBill
{
    private readonly Lock _lock = new();
    private readonly List<(string What, Cost Cost)> _items = [];

    /// <summary>What was begun last.</summary>
    public string Last => _items[^1].What;

    /// <summary>From now on, what is asked of AWS is asked for this.</summary>
    public void Begin(string what)
    {
        lock (_lock)
        {
            _items.Add((what, default));
        }
    }

    public void Add(Cost cost)
    {
        lock (_lock)
        {
            if (_items.Count > 0)
            {
                _items[^1] = (_items[^1].What, _items[^1].Cost + cost);
            }
        }
    }

    /// <summary>All of it; what comes next is on another bill.</summary>
    public IReadOnlyList<(string What, Cost Cost)> Take()
    {
        lock (_lock)
        {
            (string, Cost)[] items = [.. _items];
            _items.Clear();
            return items;
        }
    }
}
