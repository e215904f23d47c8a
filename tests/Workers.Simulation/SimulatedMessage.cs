namespace Workers.Simulation;

/// <summary>A message as the queue knows it, and what the simulation knows of its life.</summary>
/// <param name="id">SQS's id.</param>
/// <param name="body">What it carries: the event's id.</param>
/// <param name="group">Its group on a FIFO queue; null on a standard one.</param>
/// <param name="number">The how-manieth message of the queue it is.</param>
internal sealed class SimulatedMessage(string id, string body, string? group, int number)
{
    private readonly HashSet<string> _failedDeletes = [];

    public string Id { get; } = id;

    public string Body { get; } = body;

    public string? Group { get; } = group;

    public int Number { get; } = number;

    public string? Receipt { get; private set; }

    public int Receives { get; private set; }

    public TimeSpan VisibleAt { get; set; }

    /// <summary>Somebody said what becomes of it: a handler, or the queue that took a copy of it. Only then may it be deleted.</summary>
    public bool IsDone { get; set; }

    /// <summary>
    /// SQS said that a delete of it failed, and has not said yes to that receipt since: it must not be handled again. After a yes
    /// it may be: SQS says so to an outdated receipt too, and while a newer one is on its way nobody can tell.
    /// </summary>
    public bool IsToBeDeleted => _failedDeletes.Count > 0;

    /// <summary>The consumer holds its newest receipt, and has said nothing yet of what becomes of it.</summary>
    public bool IsHeld { get; set; }

    /// <summary>SQS failed to extend its lease, or did not say that it had: the engine may have given it up.</summary>
    public bool IsLeaseInDoubt { get; set; }

    /// <summary>How often SQS failed to carry out what becomes of it, or did not say that it had; at some time the engine may give up.</summary>
    public int FailedSettles { get; set; }

    /// <summary>SQS showed it when it should not have, or its copying took its time: a settle that comes late is not held against the engine.</summary>
    public bool MaySettleLate { get; set; }

    /// <summary>SQS answered, or failed to answer, when it was to delete the message by this receipt.</summary>
    public void DeleteAnswered(string receipt, bool isDone) =>
        _ = isDone ? _failedDeletes.Remove(receipt) : _failedDeletes.Add(receipt);

    /// <summary>Another consumer begins, which knows nothing of the deletes of the last one.</summary>
    public void ForgetDeletes() => _failedDeletes.Clear();

    public void HandOut(string receipt, TimeSpan visibleAt)
    {
        (Receipt, VisibleAt) = (receipt, visibleAt);
        (IsHeld, IsLeaseInDoubt, FailedSettles) = (false, false, 0);
        Receives++;
    }
}
