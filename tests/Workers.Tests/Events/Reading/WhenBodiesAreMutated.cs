using System.Text;
using System.Text.Json;
using Workers.Contracts;
using Workers.Contracts.Json;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests.Events.Reading;

public sealed class WhenBodiesAreMutated
{
    private const int Mutations = 4_000;

    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "-", "0", "1e999", "99999999999999999999", "\"\"", "\\ud800", "\\u0000",
        "\"source\":", "\"detail\":{", "\"metadata\":", "\"items\":[", "\"alertType\":\"HIGH_VALUE_ORDER\",", "\ud800", "é", " ",
        "{}", "}}", "}}}", "\n", "\"metadata\":{\"eventId\":\"E2\"},", "\"\\u006detadata\":{\"eventId\":\"E2\"},", ",\"metadata\":{\"eventId\":\"E2\"}}",
    ];

    private static readonly string[] Valid =
    [
        Bodies.Envelope(EventNames.OrderPlaced, Bodies.OrderPlacedDetail),
        Bodies.Envelope(EventNames.InventoryUpdated, """{"productId":"P1","restock":5,"timestamp":"2026-01-15T10:00:00Z"}"""),
        Bodies.Envelope(EventNames.ForeignOrderCreated, ForeignDetails.OrderCreated),
        Bodies.Envelope(EventNames.ForeignInventoryUpdated, ForeignDetails.InventoryUpdated),
        Bodies.Envelope(EventNames.OrderServiceOrderCreated, ForeignDetails.OrderService),
        Bodies.Envelope(EventNames.ApiGatewayOrderCreated, ForeignDetails.ApiGateway),
        Bodies.HighValueOrder(Bodies.OrderPlacedDetail),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void They_are_read_or_poison_or_unknown_and_nothing_else(int seed)
    {
        var registry = EventCatalog.Build();

        var outcomes = Mutated(seed).Select(body => OutcomeOf(registry, body).Kind).ToHashSet();

        Assert.Equal(["poison", "read", "unknown"], outcomes.Order());
    }

    private static IEnumerable<string> Mutated(int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, Mutations).Select(_ => Mutate(Valid[random.Next(Valid.Length)], random));
    }

    private static (string Kind, string Details) OutcomeOf(EventRegistry registry, string body)
    {
        try
        {
            var read = registry.Read(body, "M1");
            return ("read", $"{read.Envelope} {read.Metadata} {JsonSerializer.Serialize(read.Detail, read.Detail.GetType(), ContractsJsonContext.Default)}");
        }
        catch (PoisonEventException poison)
        {
            return ("poison", $"{poison.EventId} {poison.Message}");
        }
        catch (UnknownEventException unknown)
        {
            return ("unknown", $"{unknown.EventId} {unknown.Message}");
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"This body gave {exception.GetType().Name}: {body}", exception);
        }
    }

    private static string Mutate(string body, Random random)
    {
        var text = new StringBuilder(body);
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, Fragments[random.Next(Fragments.Length)]);
                    break;
                case 2:
                    text[at] = (char)random.Next(0x20, 0x7F);
                    break;
                default:
                    var from = random.Next(text.Length);
                    text.Insert(at, text.ToString(from, Math.Min(random.Next(1, 40), text.Length - from)));
                    break;
            }
        }

        return text.ToString();
    }
}
