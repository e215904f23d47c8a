using System.Globalization;
using System.Text.Json.Nodes;
using Workers.Torture.Trade;

namespace Workers.Torture.Providers;

/// <summary>
/// The payment provider and the carrier, in a process of their own. They are slow now and then, answer 503, and lose answers of what they
/// have done; and they are killed.
/// </summary>
internal static class ProviderProgram
{
    public const string Command = "providers";

    private const string Ready = "ready";

    /// <param name="words">The port, the ledger's file, and what its troubles follow from.</param>
    public static async Task<int> RunAsync(string[] words)
    {
        using var ledger = new ProviderLedger(words[1]);
        var trouble = new Trouble(int.Parse(words[2], CultureInfo.InvariantCulture));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = $"http://127.0.0.1:{words[0]}";
        await using var app = builder.Build();
        app.MapPost("/charges", (HttpContext context, JsonObject charge) => trouble.AnswerAsync(context, () => ledger.Book(ChargeOf(context, charge))));
        app.MapPost("/refunds", (HttpContext context, JsonObject refund) => trouble.AnswerAsync(context, () => ledger.Book(RefundOf(context, refund))));
        app.MapPost("/shipments", (HttpContext context, JsonObject shipment) => trouble.AnswerAsync(context, () => ledger.Book(ShipmentOf(context, shipment))));
        await app.StartAsync();
        await System.Console.Out.WriteLineAsync(Ready);
        await Task.Run(System.Console.In.ReadToEnd);   // a pipe of our parent's: it ends when our parent does
        return 0;
    }

    private static ProviderEntry ChargeOf(HttpContext context, JsonObject charge) =>
        ((string)charge["customerId"]!).StartsWith(Order.Declined, StringComparison.Ordinal)
            ? new(KeyOf(context), ProviderKind.Decline, (string)charge["orderId"]!, 0)
            : new(KeyOf(context), ProviderKind.Charge, (string)charge["orderId"]!, (decimal)charge["amount"]!);

    private static ProviderEntry RefundOf(HttpContext context, JsonObject refund) =>
        new(KeyOf(context), ProviderKind.Refund, (string)refund["orderId"]!, (decimal)refund["amount"]!);

    private static ProviderEntry ShipmentOf(HttpContext context, JsonObject shipment) => new(
        KeyOf(context),
        ((string)shipment["address"]!).Contains(Order.Refused, StringComparison.Ordinal) ? ProviderKind.Refusal : ProviderKind.Shipment,
        (string)shipment["orderId"]!,
        0);

    private static string KeyOf(HttpContext context) => context.Request.Headers["Idempotency-Key"].ToString();
}
