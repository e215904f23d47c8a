namespace Workers.Events;

/// <summary>
/// Marks a time that an event announces, such as a deadline: it may lie ahead, however far. Every other time of an event has been.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DueTimeAttribute : Attribute;
