using Workers.Engine.Handling;
using Workers.Engine.Leasing;
using Workers.Engine.Queues;

namespace Workers.Engine.Settling;

/// <summary>A message whose handler has ended, on its way to its own end.</summary>
/// <param name="Lease">Its lease, which was ours until now.</param>
/// <param name="Settlement">What is done about it.</param>
/// <param name="Scope">What its log lines carry; null where nobody logs.</param>
/// <param name="Age">How long it had been here when its handler ended; zero where nobody logs.</param>
internal readonly record struct SettlingMessage(MessageLease Lease, Settlement Settlement, MessageScope? Scope, TimeSpan Age)
{
    public ReceivedMessage Message => Lease.Message;
}
