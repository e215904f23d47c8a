using Workers.Effects.Grouping;

namespace Workers.Effects.Committing;

/// <summary>Cancels a group's work once none of its messages is waited for: one lost lease must not stop its neighbours.</summary>
internal sealed class GroupCancellation : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<CancellationTokenRegistration> _registrations;
    private int _waitedFor;

    public GroupCancellation(IReadOnlyCollection<PendingDecision> members)
    {
        _waitedFor = members.Count;
        _registrations = [.. members.Select(pending => pending.CancellationToken.Register(Leave))];
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _source.Dispose();
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _waitedFor) == 0)
        {
            _source.Cancel();
        }
    }
}
