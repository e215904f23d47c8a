using Workers.Operations.DeadLetters;

namespace Workers.Console.DeadLetters;

/// <summary>What a look into a dead-letter queue showed.</summary>
/// <param name="Queue">The queue's unprefixed name.</param>
/// <param name="At">When the look ended.</param>
/// <param name="Looked">How many letters were looked at.</param>
/// <param name="IsWhole">Whether those are all: then counts are exact, else they are of those that were looked at.</param>
/// <param name="Groups">Letters of one cause together, the most frequent first.</param>
public sealed record LetterSurvey(string Queue, DateTimeOffset At, int Looked, bool IsWhole, IReadOnlyList<LetterCause> Groups)
{
    public static LetterSurvey Nothing(string queue, DateTimeOffset at) => new(queue, at, 0, IsWhole: true, []);
}

/// <summary>Dead letters of one cause.</summary>
/// <param name="Id">Their fingerprint.</param>
/// <param name="Handler">Who failed or rejected it; null where no handler had it, or the letters do not say.</param>
/// <param name="Event">Source and detail-type; null where bodies have none.</param>
/// <param name="ExceptionType">What was thrown; null where nothing was.</param>
/// <param name="Place">Where it was thrown, in our own code; else the reason without what differs from letter to letter.</param>
/// <param name="Reason">The reason of the latest of them.</param>
/// <param name="Count">How many of those that were looked at.</param>
/// <param name="FirstSeen">When the oldest of them came in.</param>
/// <param name="LastSeen">When the newest of them came in.</param>
/// <param name="Orders">Orders that they are about, at most a hundred.</param>
/// <param name="OrderCount">How many orders they are about.</param>
public sealed record LetterCause(
    string Id,
    string? Handler,
    string? Event,
    string? ExceptionType,
    string Place,
    string Reason,
    int Count,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    IReadOnlyList<string> Orders,
    int OrderCount)
{
    /// <summary>Some of them, the oldest first.</summary>
    internal IReadOnlyList<DeadLetter> Examples { get; init; } = [];
}

/// <summary>Sorts letters into groups as they come; keeps few of each, so that memory does not grow with the queue.</summary>
internal sealed class LetterTally
{
    private const int MostExamples = 25;
    private const int MostOrders = 100;

    private readonly Dictionary<string, Group> _groups = [];

    public int Count { get; private set; }

    public void Add(DeadLetter letter)
    {
        Count++;
        var fingerprint = Fingerprint.Of(letter);
        if (!_groups.TryGetValue(fingerprint.Id, out var group))
        {
            group = _groups[fingerprint.Id] = new(fingerprint, letter);
        }

        group.Add(letter);
    }

    public LetterSurvey Answer(string queue, DateTimeOffset at, bool isWhole) =>
        new(queue, at, Count, isWhole, [.. _groups.Select(group => group.Value.Answer(group.Key)).OrderByDescending(group => group.Count)]);

    private sealed class Group(Fingerprint fingerprint, DeadLetter first)
    {
        private readonly HashSet<string> _orders = [];
        private readonly List<DeadLetter> _examples = [];
        private DeadLetter _oldest = first;
        private DeadLetter _newest = first;
        private int _count;

        public void Add(DeadLetter letter)
        {
            _count++;
            _oldest = letter.SentAt < _oldest.SentAt ? letter : _oldest;
            _newest = letter.SentAt > _newest.SentAt ? letter : _newest;
            if (letter.OrderId is { } orderId)
            {
                _orders.Add(orderId);
            }

            if (_examples.Count < MostExamples)
            {
                _examples.Add(letter);
            }
        }

        public LetterCause Answer(string id) => new(
            id,
            fingerprint.Handler,
            _newest.Event,
            _newest.ExceptionType,
            fingerprint.Place,
            _newest.Reason,
            _count,
            _oldest.SentAt,
            _newest.SentAt,
            [.. _orders.Order(StringComparer.Ordinal).Take(MostOrders)],
            _orders.Count)
        {
            Examples = [.. _examples.OrderBy(letter => letter.SentAt)],
        };
    }
}
