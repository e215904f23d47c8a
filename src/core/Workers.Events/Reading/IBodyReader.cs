using System.Text.Json.Nodes;

namespace Workers.Events.Reading;

/// <summary>Reads a message's body that is no EventBridge envelope, such as what a rule's input transformer made of one.</summary>
public interface IBodyReader
{
    /// <summary>The envelope that the body stands for, which is then read as any other; null where the body is not of this reader's kind.</summary>
    /// <exception cref="PoisonEventException">The body is of this reader's kind, and malformed.</exception>
    JsonObject? ToEnvelope(JsonObject body);
}
