using Workers.Partners;
using Workers.Payments.Providers;

namespace Workers.Tests.Payments;

/// <summary>The simulated provider with its ledger, which records every call and can be away, lose answers and refuse.</summary>
internal sealed class FakeProvider(IPaymentProvider simulated) : IPaymentProvider
{
    /// <summary>The keys of all calls, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Whether it does not answer, and books nothing.</summary>
    public bool IsAway { get; set; }

    /// <summary>Every other call fails: one before it is booked, the next one after it.</summary>
    public bool FailsEveryOtherCall { get; set; }

    /// <summary>Whether it refuses to give money back.</summary>
    public bool RefusesRefunds { get; set; }

    /// <summary>Happens after a call is booked and before its answer arrives.</summary>
    public Action<string> Booked { get; set; } = _ => { };

    public Task<ChargeAnswer> ChargeAsync(Charge charge, CancellationToken cancellationToken) =>
        AnswerAsync(charge.Key, () => simulated.ChargeAsync(charge, cancellationToken));

    public Task RefundAsync(Refund refund, CancellationToken cancellationToken) => AnswerAsync(refund.Key, async () =>
    {
        if (RefusesRefunds)
        {
            throw new PartnerRefusedException("It is too late.");
        }

        await simulated.RefundAsync(refund, cancellationToken);
        return 0;
    });

    private async Task<T> AnswerAsync<T>(string key, Func<Task<T>> book)
    {
        Calls.Add(key);
        var turn = FailsEveryOtherCall ? Calls.Count % 4 : 0;
        if (IsAway || turn == 1)
        {
            throw new PartnerDownException("away");
        }

        var answer = await book();
        Booked(key);
        return turn == 3 ? throw new PartnerDownException("the answer was lost") : answer;
    }
}
