using Workers.Contracts;
using Workers.Events;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

internal static class Poison
{
    /// <summary>Asserts that a detail is poison, for exactly this reason.</summary>
    public static void Told(EventName name, string detail, string problem)
    {
        var poison = Assert.Throws<PoisonEventException>(() => EventCatalog.Build().Read(Bodies.Envelope(name, detail), "M1"));

        Assert.Equal($"{name}: {problem}", poison.Message);
    }
}
