namespace Workers.Events;

/// <summary>
/// An event as it stands on the bus, whoever states it and whether or not anybody registered it: for what keeps events rather than
/// understands them. A consumer with a handler of it reads every event as one.
/// </summary>
/// <param name="Json">The envelope's <c>detail</c>, unchanged: a JSON object, its metadata included.</param>
public sealed record AnyEvent(string Json) : IEventDetail;
