namespace Workers.Events;

/// <summary>What a list's own converter hides from the serializer's metadata.</summary>
public interface IListConverter
{
    /// <summary>The elements' type.</summary>
    Type ElementType { get; }
}
