using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Workers.Events;
using Workers.Partners;

namespace Workers.Shipping.Carriers;

/// <summary>
/// A carrier within the process: it refuses by rule, answers as slowly and fails as often as configured, and answers a repeat as the first
/// request. Its ledger is memory: a restart forgets it.
/// </summary>
internal sealed class SimulatedCarrier(
    KeyedLedger<ShipmentEntry> ledger, IOptions<SimulatedCarrierOptions> options, Jitter chance, TimeProvider time) : ICarrier
{
    private const string Name = "Simulated";
    private const int TrackingDigits = 16;

    private static readonly TimeSpan Always = TimeSpan.FromSeconds(1);

    private readonly SimulatedCarrierOptions _options = options.Value;

    public async Task<CarrierAnswer> CreateAsync(ShipmentRequest request, CancellationToken cancellationToken)
    {
        if (_options.Delay > TimeSpan.Zero)
        {
            await Task.Delay(_options.Delay, time, cancellationToken);
        }

        var fails = Happens(_options.FailureRate);
        if (fails && Happens(0.5))
        {
            throw new PartnerDownException("the simulated carrier is away");
        }

        var entry = ledger.Book(
            new(request.Key, request.OrderId, request.ShipmentId, _options.Refuses(request.Address), time.GetUtcNow()));
        return (fails, entry.IsRefused) switch
        {
            (true, _) => throw new PartnerDownException("the simulated carrier's answer was lost"),
            (_, true) => new CarrierAnswer.Refused("the carrier does not know the address"),
            _ => new CarrierAnswer.Created(Name, TrackingNumberOf(request.Key)),
        };
    }

    private bool Happens(double share) => chance.UpTo(Always) < Always * share;

    private static string TrackingNumberOf(string key) =>
        $"SIM{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..TrackingDigits]}";
}
