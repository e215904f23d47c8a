using Workers.Partners;

namespace Workers.Shipping.Carriers;

/// <summary>Posts shipments. See docs/payments.md, Shipping.</summary>
internal sealed class HttpCarrier(PartnerClient client) : ICarrier
{
    public async Task<CarrierAnswer> CreateAsync(ShipmentRequest request, CancellationToken cancellationToken)
    {
        var lines = request.Items.Select(item => new ShipmentLine(item.ProductId, item.Quantity));
        var body = new ShipmentBody(request.OrderId, request.ShipmentId, request.CustomerId, request.Address, [.. lines]);
        return CarrierAnswers.ToAnswer(await client.PostAsync(
            CarrierAnswers.Request,
            request.Key,
            body,
            CarrierJson.Default.ShipmentBody,
            CarrierJson.Default.AnswerBody,
            cancellationToken));
    }
}
