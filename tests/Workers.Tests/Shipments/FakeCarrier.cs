using Workers.Partners;
using Workers.Shipping.Carriers;

namespace Workers.Tests.Shipments;

/// <summary>The simulated carrier with its ledger, which records every request and can be away, and lose answers.</summary>
internal sealed class FakeCarrier(ICarrier simulated) : ICarrier
{
    /// <summary>All requests, in order.</summary>
    public List<ShipmentRequest> Requests { get; } = [];

    /// <summary>Whether it does not answer, and books nothing.</summary>
    public bool IsAway { get; set; }

    /// <summary>Every other request fails: one before it is booked, the next one after it.</summary>
    public bool FailsEveryOtherRequest { get; set; }

    /// <summary>Whether no request is one that it can take.</summary>
    public bool Rejects { get; set; }

    /// <summary>Happens after a request is booked and before its answer arrives.</summary>
    public Action Booked { get; set; } = () => { };

    public async Task<CarrierAnswer> CreateAsync(ShipmentRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        if (Rejects)
        {
            throw new PartnerRefusedException("The carrier rejects the request with 400.");
        }

        var turn = FailsEveryOtherRequest ? Requests.Count % 4 : 0;
        if (IsAway || turn == 1)
        {
            throw new PartnerDownException("away");
        }

        var answer = await simulated.CreateAsync(request, cancellationToken);
        Booked();
        return turn == 3 ? throw new PartnerDownException("the answer was lost") : answer;
    }
}
